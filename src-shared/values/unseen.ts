/** What stands in a text and is not seen: zero width, soft hyphens, marks of direction. */
export const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
