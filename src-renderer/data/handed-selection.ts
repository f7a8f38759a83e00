// People ticked on one page, handed to another within the same window.

let handed: readonly string[] = [];

export function rememberSelection(ids: readonly string[]): void {
  handed = ids;
}

export const handedSelection = (): readonly string[] => handed;
