// What the preload puts into the page, for code that tests run there.
interface Window {
  rapportHost?: { askForPort(ask: string): void };
}
