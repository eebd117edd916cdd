import type { Attempts } from './attempt'

/** Using the machine: devices, clipboard, files, printer. */
export const permissionAttempts: Attempts = {
  'the camera': () => window.attack.refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
  'the microphone': () => window.attack.refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
  'the screen': () => window.attack.refused(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
  'where the machine stands': () =>
    window.attack.refused(
      () =>
        new Promise((resolve, reject) =>
          navigator.geolocation.getCurrentPosition(resolve, ({ message }) => reject(new Error(message))),
        ),
    ),
  notifications: () =>
    window.attack.refused(async () => {
      const answer = await Notification.requestPermission()
      if (answer !== 'granted') throw new Error(`permission ${answer}`)
      return answer
    }),
  'music instruments': () => window.attack.refused(() => navigator.requestMIDIAccess({ sysex: true })),
  USB: () => window.attack.refused(() => window.attack.invoke('usb', 'requestDevice', { filters: [] })),
  'serial ports': () => window.attack.refused(() => window.attack.invoke('serial', 'requestPort')),
  HID: () => window.attack.refused(() => window.attack.invoke('hid', 'requestDevice', { filters: [] })),
  Bluetooth: () =>
    window.attack.refused(() => window.attack.invoke('bluetooth', 'requestDevice', { acceptAllDevices: true })),
  'reading the clipboard': () => window.attack.refused(() => navigator.clipboard.readText()),
  'reading the clipboard’s files': () => window.attack.refused(() => navigator.clipboard.read()),
  'pasting by command': () =>
    window.attack.refused(() => {
      const field = document.createElement('textarea')
      document.body.append(field)
      field.focus()
      document.execCommand('paste')
      const { value } = field
      field.remove()
      return value === '' ? null : value
    }),
  'opening files of the disk': () => window.attack.refused(() => window.attack.invoke('', 'showOpenFilePicker')),
  'opening a folder of the disk': () => window.attack.refused(() => window.attack.invoke('', 'showDirectoryPicker')),
  'listing fonts': () => window.attack.refused(() => window.attack.invoke('', 'queryLocalFonts')),
  'whether anybody is there': () =>
    window.attack.refused(async () => {
      const detector = (globalThis as never as { IdleDetector: { requestPermission(): Promise<string> } }).IdleDetector
      const answer = await detector.requestPermission()
      if (answer !== 'granted') throw new Error(`permission ${answer}`)
      return answer
    }),
  'being asked to open addresses': ({ http }) =>
    window.attack.refused(() => {
      navigator.registerProtocolHandler('mailto', `${http}/?all=%s`)
      return 'registered'
    }),
}
