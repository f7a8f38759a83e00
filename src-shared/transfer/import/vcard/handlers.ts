// What each property of a card becomes, Apple's and RFC 9554's among them.

import { addOnce } from '../entry/add-value.ts';
import { makeItem } from '../entry/incoming.ts';
import { setDay } from '../entry/person-fields.ts';
import { field, gender, name, note, photo } from './about.ts';
import { androidRow } from './android.ts';
import { address, agent, dated, dateText, relation, tags, value } from './contact.ts';
import type { Handler } from './context.ts';
import { labelOf } from './labels.ts';
import { chat, chatOf, profile } from './online.ts';

export const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['n', name],
  ['nickname', field('nickname')],
  ['email', value('emails')],
  ['tel', value('phones', /^tel:/i)],
  ['url', value('links')],
  ['adr', address],
  ['bday', (property, { incoming }) => setDay(incoming, 'birthday', dateText(property), 'ymd')],
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
  ['agent', agent],
  ['x-agent', agent],
  ['x-android-custom', androidRow],
  [
    'x-spouse',
    ({ values }, { incoming }) =>
      addOnce(incoming, 'relations', makeItem(values[0] ?? '', 'spouse')),
  ],
  [
    'x-rapport-custom',
    (property, context) => {
      const item = makeItem(property.values.join(';').trim(), labelOf(property, context));
      if (item.value !== '') addOnce(context.incoming, 'custom', item);
    },
  ],
  ['categories', tags],
  ['note', note],
  ['gender', gender],
  ['x-gender', gender],
  ['pronouns', field('pronouns')],
  ['lang', field('language')],
  ['x-phonetic-first-name', field('phoneticGiven')],
  ['x-phonetic-middle-name', field('phoneticMiddle')],
  ['x-phonetic-last-name', field('phoneticFamily')],
  ['x-maidenname', field('maidenName')],
  ['sort-string', field('fileAs')],
  ['x-evolution-file-as', field('fileAs')],
]);
