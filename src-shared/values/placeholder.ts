// What people write into a cell that they must not leave empty.

const placeholder = /^(?:#?n\/a|n\.a\.?|not (?:available|applicable)|none|null|-+|–|—|\.+|\?+)$/i;

export const isPlaceholder = (text: string): boolean => placeholder.test(text.trim());
