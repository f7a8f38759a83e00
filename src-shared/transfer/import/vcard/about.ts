// What a card says of the person: name, work, photo, gender, note.

import { addRemark } from '../entry/incoming.ts';
import { longestPhoto, setPhoto } from '../entry/person-fields.ts';
import type { Handler } from './context.ts';

export const field =
  (name: string): Handler =>
  ({ values }, { incoming }) => {
    const text = values.join(', ').trim();
    if (text !== '') incoming.fields[name] ??= text;
  };

export const name: Handler = ({ values }, { incoming }) => {
  for (const [at, part] of ['family', 'given', 'middle', 'prefix', 'suffix'].entries()) {
    const text = (values[at] ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '') incoming.fields[part] ??= text;
  }
};

export const photo: Handler = ({ values, params, types }, { incoming }) => {
  const text = (values[0] ?? '').replace(/\s+/g, '');
  if (/^(?:data|https?):/i.test(text)) return setPhoto(incoming, text);
  const isBase64 =
    /^(?:b|base64)$/i.test(params.get('encoding') ?? '') || /^[A-Za-z0-9+/]{100,}=*$/.test(text);
  if (!isBase64) return text === '' ? undefined : addRemark(incoming, 'photo-left-out');
  if (text.length > longestPhoto) return addRemark(incoming, 'photo-too-large');
  const kind =
    types
      .map((type) => type.replace(/^image\//, ''))
      .find((type) => ['png', 'gif', 'webp', 'heic', 'bmp'].includes(type)) ?? 'jpeg';
  setPhoto(incoming, `data:image/${kind};base64,${text}`);
};

export const note: Handler = ({ values }, { incoming }) => {
  const text = values.join(', ').trim();
  if (text !== '') incoming.note = incoming.note === '' ? text : `${incoming.note}\n\n${text}`;
};

export const gender: Handler = ({ values }, { incoming }) => {
  const [code = '', text = ''] = values;
  const shown =
    text.trim() ||
    (({ M: 'male', F: 'female', O: 'other' } as const)[
      code.trim().toUpperCase() as 'M' | 'F' | 'O'
    ] ??
      code.trim());
  if (shown !== '' && !/^[UN]$/i.test(shown)) incoming.fields['gender'] ??= shown;
};
