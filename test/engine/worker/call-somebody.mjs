import { connect } from 'node:net'

// An address kept for documentation (RFC 5737): nobody is there.
connect(80, '192.0.2.1').on('error', ({ code }) => console.log(code))
