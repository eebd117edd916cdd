import { z } from 'zod'

/** Whether times and figures are sent to a collector (OpenTelemetry, OTLP over HTTP), and where it listens. */
export const TelemetrySettings = z.object({
  isOn: z.boolean(),
  /** Without `/v1/traces`. */
  address: z.string().max(500),
})
export type TelemetrySettings = z.infer<typeof TelemetrySettings>

/** 4318 is the port collectors listen on. */
export const defaultTelemetry: TelemetrySettings = { isOn: false, address: 'http://127.0.0.1:4318' }

export const TelemetryStatus = z.object({
  /** Where it is sent; null while it is not. */
  address: z.string().nullable(),
  /** The address is none that may be sent to. */
  isRefused: z.boolean(),
  lastSentAt: z.number().nullable(),
  lastFailedAt: z.number().nullable(),
})
export type TelemetryStatus = z.infer<typeof TelemetryStatus>
