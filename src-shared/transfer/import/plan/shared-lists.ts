// Thousands of rows have the same few lists of texts: one of each is kept, under a number.

export type SharedLists<Text extends string> = {
  /** 0 where there is no list. */
  add(list: readonly Text[] | undefined): number;
  get(number: number): readonly Text[] | undefined;
};

export function sharedLists<Text extends string>(): SharedLists<Text> {
  const lists: (readonly Text[] | undefined)[] = [undefined];
  const numberByJson = new Map<string, number>();
  return {
    add(list) {
      if (list === undefined) return 0;
      const json = JSON.stringify(list);
      const known = numberByJson.get(json);
      if (known !== undefined) return known;
      // Read again: a text of a file may hold all of the piece it was cut from.
      lists.push(JSON.parse(json) as Text[]);
      numberByJson.set(json, lists.length - 1);
      return lists.length - 1;
    },
    get: (number) => lists[number],
  };
}
