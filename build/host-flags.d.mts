/** Options of Node, before the program's name. */
export const hostFlags: readonly string[];
