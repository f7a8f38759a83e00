// Fields of a person that have to be understood first: a whole name, a birthday, a photo.

import { addOnce } from './add-value.ts';
import { addRemark, type Incoming, makeItem } from './incoming.ts';
import { type DateOrder, parseDate } from '../../../values/date.ts';
import { parseName } from '../../../values/name.ts';

/** The whole name only matters where its parts do not come in columns of their own. */
export function setName(incoming: Incoming, text: string): void {
  const { fields } = incoming;
  if (['given', 'family'].some((part) => part in fields)) return;
  for (const [part, value] of Object.entries(parseName(text))) fields[part] ??= value;
}

export function setBirthday(incoming: Incoming, text: string, order: DateOrder): void {
  const date = parseDate(text, order);
  if (date === undefined) {
    addOnce(incoming, 'custom', makeItem(text.trim(), 'birthday'));
    addRemark(incoming, 'date-not-understood');
  } else if (date !== '') incoming.fields['birthday'] ??= date;
}

/** Characters of a data URL. */
export const longestPhoto = 512 * 1024;

/** Nothing is fetched: a photo that is only an address is kept as a link to it. */
export function setPhoto(incoming: Incoming, text: string): void {
  if (/^https?:/i.test(text)) addOnce(incoming, 'links', makeItem(text.slice(0, 2_000), 'photo'));
  else if (!/^data:image\/(?:jpeg|png|gif|webp|heic|bmp);base64,/i.test(text))
    return text === '' ? undefined : addRemark(incoming, 'photo-left-out');
  else if (text.length > longestPhoto) addRemark(incoming, 'photo-too-large');
  else incoming.fields['photo'] ??= text;
}
