// Fields of a person that have to be understood first: a whole name, a day, a photo, what
// is no text. What is not understood is kept as another detail, and a remark says so.

import { addOnce } from './add-value.ts';
import { type AnyField, plainReader } from '../../../fields/field.ts';
import { addRemark, assumeName, type Incoming, makeItem } from './incoming.ts';
import { type DateOrder, parseDate } from '../../../values/date.ts';
import { labelOfField } from '../../../values/labels.ts';
import { parseName } from '../../../values/name.ts';
import { type NameFields, writtenName } from '../../../values/name-words.ts';

/** Beside parts that come by themselves, the whole name is kept where it says something else. */
export function setName(incoming: Incoming, text: string): void {
  const { fields } = incoming;
  if (!['given', 'family'].some((part) => part in fields)) {
    for (const [part, value] of Object.entries(parseName(text))) fields[part] ??= value;
    assumeName(incoming);
    return;
  }
  const written = writtenName(fields as NameFields, text);
  if (written !== undefined) fields['fullName'] ??= written;
}

export function setDay(incoming: Incoming, field: string, text: string, order: DateOrder): void {
  const date = parseDate(text, order);
  if (date === undefined) {
    addOnce(incoming, 'custom', makeItem(text.trim(), labelOfField(field)));
    addRemark(incoming, 'date-not-understood');
  } else if (date !== '') incoming.fields[field] ??= date;
}

export function setValue(incoming: Incoming, field: string, type: AnyField, text: string): void {
  const value = type.typed(text, plainReader);
  if (value === undefined) {
    addOnce(incoming, 'custom', makeItem(text, labelOfField(field)));
    addRemark(incoming, 'value-not-understood');
  } else incoming.fields[field] ??= value;
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
