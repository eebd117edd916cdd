import { profileOf } from './coding-book'

export { accountants } from './coding-book'
export const haulier = profileOf(
  'Road freight carrier. Fuel, tolls and tyres are cost of service. One expense group (601).',
)
