/** Whether this system is one the test Electron runs on. */
export const hasTestElectron: boolean;
/** Folder of the test Electron, fetched once. Throws where it cannot be had. */
export function ensureTestElectron(): string;
