// Libraries of many small files: opening each of them would be half of what the engine's start takes.
export const bundledLibraries = [
  'drizzle-orm',
  'zod',
  'xmlbuilder2',
  'chokidar',
  'cockatiel',
  '@opentelemetry/sdk-metrics',
  '@opentelemetry/exporter-prometheus',
  '@opentelemetry/api',
]
