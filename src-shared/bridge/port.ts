// A Port carries structured-cloneable messages both ways and in order. Three small
// implementations exist: Electron MessagePort, WebSocket and an in-memory pair.

export type Port = {
  post: (message: unknown) => void;
  /** Returns a function that stops listening. */
  onMessage: (listener: (message: unknown) => void) => () => void;
  /** Called once when the other side is gone. Returns a function that stops listening. */
  onClose: (listener: () => void) => () => void;
  close: () => void;
};
