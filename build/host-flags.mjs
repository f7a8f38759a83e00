// How Node runs the host. V8 lets the space for new objects grow to 128 MB on a machine
// with much memory; a quarter of that is as fast for what the host does. The same is said
// to Electron where src-main/host-process.ts starts the host.
export const hostFlags = ['--max-semi-space-size=16'];
