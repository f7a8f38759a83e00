// What each property of a card becomes, Apple's and RFC 9554's among them.

import { addOnce, addValue, cleanLabel, type ValueReader } from './add-value.ts';
import { longestPhoto, setBirthday, setPhoto } from './build-person.ts';
import { addRemark, type Incoming, makeItem } from './incoming.ts';
import type { CardProperty } from './vcard-card.ts';

export type CardContext = {
  incoming: Incoming;
  reader: ValueReader;
  labelByGroup: ReadonlyMap<string, string>;
  title: string;
  role: string;
  isCompany: boolean;
};
type Handler = (property: CardProperty, context: CardContext) => void;

/** Apple wraps its own labels: _$!<Anniversary>!$_. */
export const builtIn = (label: string): string =>
  cleanLabel(label.replace(/^_\$!<(.*)>!\$_$/, '$1'));

const meaningless = new Set([
  'internet',
  'pref',
  'voice',
  'x400',
  'msg',
  'text',
  'video',
  'postal',
  'parcel',
  'dom',
  'intl',
]);

function labelOf({ group, types }: CardProperty, { labelByGroup }: CardContext): string {
  const own = labelByGroup.get(group);
  if (own !== undefined && own !== '') return own;
  const left = types.filter((type) => !meaningless.has(type));
  if (left.includes('fax'))
    return left.includes('home') ? 'home fax' : left.includes('work') ? 'work fax' : 'fax';
  const kind =
    left.find((type) => type === 'cell' || type === 'iphone') === undefined ? left[0] : 'mobile';
  return cleanLabel(kind ?? '');
}

const isPreferred = ({ types, params }: CardProperty): boolean =>
  types.includes('pref') || params.get('pref') === '1';

const value =
  (set: string, strip = /^$/): Handler =>
  (property, context) => {
    const { incoming, reader } = context;
    const before = incoming.sets[set]?.length ?? 0;
    addValue(
      incoming,
      set,
      makeItem((property.values[0] ?? '').replace(strip, ''), labelOf(property, context)),
      reader,
      'ymd',
    );
    const items = incoming.sets[set];
    if (isPreferred(property) && items !== undefined && items.length > before && before > 0)
      items.unshift(...items.splice(before));
  };

const field =
  (name: string): Handler =>
  ({ values }, { incoming }) => {
    const text = values.join(', ').trim();
    if (text !== '') incoming.fields[name] ??= text;
  };

const name: Handler = ({ values }, { incoming }) => {
  for (const [at, part] of ['family', 'given', 'middle', 'prefix', 'suffix'].entries()) {
    const text = values[at]?.trim() ?? '';
    if (text !== '') incoming.fields[part] ??= text;
  }
};

const address: Handler = (property, context) => {
  const more: { [part: string]: string } = {};
  for (const [at, part] of [
    'poBox',
    'extended',
    'street',
    'city',
    'region',
    'postalCode',
    'country',
  ].entries())
    more[part] = property.values[at] ?? '';
  addValue(
    context.incoming,
    'addresses',
    makeItem(property.params.get('label') ?? '', labelOf(property, context), more),
    context.reader,
    'ymd',
  );
};

const organisation: Handler = ({ values }, { incoming, title, role }) => {
  const [company = '', ...units] = values.map((one) => one.trim());
  const department = units.filter(Boolean).join(', ');
  if (company === '') return;
  const shown = title === '' ? role : title;
  incoming.roles.push({
    organisation: company,
    ...(shown === '' ? {} : { title: shown }),
    ...(department === '' ? {} : { department }),
  });
};

/** 1604 is Apple's "no year"; times and zones are left out. */
const dateText = ({ values, params }: CardProperty): string => {
  const text = values[0]?.trim() ?? '';
  const omitted =
    params.get('x-apple-omit-year') ?? (text.startsWith('1604-') ? '1604' : undefined);
  return omitted !== undefined && text.startsWith(`${omitted}-`) ? `--${text.slice(5, 10)}` : text;
};

const dated =
  (label: string): Handler =>
  (property, context) =>
    addValue(
      context.incoming,
      'dates',
      makeItem(dateText(property), context.labelByGroup.get(property.group) ?? label),
      context.reader,
      'ymd',
    );

const photo: Handler = ({ values, params, types }, { incoming }) => {
  const text = (values[0] ?? '').replace(/\s+/g, '');
  if (/^(?:data|https?):/i.test(text)) return setPhoto(incoming, text);
  const isBase64 =
    /^(?:b|base64)$/i.test(params.get('encoding') ?? '') || /^[A-Za-z0-9+/]{100,}=*$/.test(text);
  if (!isBase64) return text === '' ? undefined : addRemark(incoming, 'photo-left-out');
  if (text.length > longestPhoto) return addRemark(incoming, 'photo-too-large');
  const kind = types.find((type) => ['png', 'gif', 'webp', 'heic', 'bmp'].includes(type)) ?? 'jpeg';
  setPhoto(incoming, `data:image/${kind};base64,${text}`);
};

const profile: Handler = ({ values, params, types }, { incoming }) => {
  const text = values[0]?.trim() ?? '';
  const network = params.get('service-type') ?? types.find((type) => !meaningless.has(type)) ?? '';
  const user = params.get('x-user') ?? params.get('username') ?? '';
  const handle = user === '' ? text.replace(/^x-apple:/i, '') : user;
  if (handle === '') return;
  addOnce(
    incoming,
    'handles',
    makeItem(handle, undefined, {
      ...(network === '' ? {} : { network: network.toLowerCase() }),
      ...(/^https?:/i.test(text) && handle !== text ? { url: text } : {}),
    }),
  );
};

const chat: Handler = (property, context) => {
  const text = property.values[0]?.trim() ?? '';
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
  const service =
    property.params.get('x-service-type') ??
    property.params.get('service-type') ??
    (scheme === 'x-apple' ? undefined : scheme);
  const address = text.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/i, '');
  if (address !== '')
    addOnce(
      context.incoming,
      'chats',
      makeItem(
        address,
        labelOf(property, context),
        service === undefined ? undefined : { service: service.toLowerCase() },
      ),
    );
};

const chatOf =
  (service: string): Handler =>
  ({ values }, { incoming }) => {
    const text = values[0]?.trim() ?? '';
    if (text !== '') addOnce(incoming, 'chats', makeItem(text, undefined, { service }));
  };

const relation: Handler = (property, context) => {
  const text = property.values[0]?.trim() ?? '';
  if (text !== '' && !/^urn:uuid:/i.test(text))
    addOnce(context.incoming, 'relations', makeItem(text, labelOf(property, context)));
};

const tags: Handler = ({ values }, { incoming }) => {
  for (const tag of values) if (tag.trim() !== '') addOnce(incoming, 'tags', makeItem(tag.trim()));
};

const note: Handler = ({ values }, { incoming }) => {
  const text = values.join(', ').trim();
  if (text !== '') incoming.note = incoming.note === '' ? text : `${incoming.note}\n\n${text}`;
};

const gender: Handler = ({ values }, { incoming }) => {
  const [code = '', text = ''] = values;
  const shown =
    text.trim() ||
    (({ M: 'male', F: 'female', O: 'other' } as const)[
      code.trim().toUpperCase() as 'M' | 'F' | 'O'
    ] ??
      code.trim());
  if (shown !== '' && !/^[UN]$/i.test(shown)) incoming.fields['gender'] ??= shown;
};

export const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['n', name],
  ['nickname', field('nickname')],
  ['email', value('emails')],
  ['tel', value('phones', /^tel:/i)],
  ['url', value('links')],
  ['adr', address],
  ['org', organisation],
  ['bday', (property, { incoming }) => setBirthday(incoming, dateText(property), 'ymd')],
  ['anniversary', dated('anniversary')],
  ['x-anniversary', dated('anniversary')],
  ['x-evolution-anniversary', dated('anniversary')],
  ['deathdate', dated('death')],
  ['x-abdate', dated('')],
  ['photo', photo],
  ['x-socialprofile', profile],
  ['socialprofile', profile],
  ['impp', chat],
  ['x-skype', chatOf('skype')],
  ['x-skype-username', chatOf('skype')],
  ['x-jabber', chatOf('xmpp')],
  ['x-aim', chatOf('aim')],
  ['x-icq', chatOf('icq')],
  ['x-msn', chatOf('msn')],
  ['x-yahoo', chatOf('yahoo')],
  ['x-google-talk', chatOf('google')],
  ['x-abrelatednames', relation],
  ['related', relation],
  [
    'x-spouse',
    ({ values }, { incoming }) =>
      addOnce(incoming, 'relations', makeItem(values[0] ?? '', 'spouse')),
  ],
  ['categories', tags],
  ['note', note],
  ['gender', gender],
  ['pronouns', field('pronouns')],
  ['lang', field('language')],
  ['x-phonetic-first-name', field('phoneticGiven')],
  ['x-phonetic-middle-name', field('phoneticMiddle')],
  ['x-phonetic-last-name', field('phoneticFamily')],
  ['x-maidenname', field('maidenName')],
  ['sort-string', field('fileAs')],
]);
