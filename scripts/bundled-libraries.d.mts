export const bundledLibraries: string[]
