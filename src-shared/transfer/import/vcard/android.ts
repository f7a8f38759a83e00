// Rows that Android's contacts keep beside a card's own (ContactsContract.CommonDataKinds):
// their type, a value, the number of its label, the owner's own label.

import { addOnce, addValue } from '../entry/add-value.ts';
import { makeItem } from '../entry/incoming.ts';
import { setDay } from '../entry/person-fields.ts';
import { labelOfFile } from '../../../values/labels.ts';
import type { Handler } from './context.ts';

const relationLabels =
  'assistant brother child partner father friend manager mother parent partner referrer relative sister spouse'.split(
    ' ',
  );
const eventLabels = ['anniversary', 'other'];
const birthday = '3';

export const androidRow: Handler = ({ values }, context) => {
  const [type = '', ...rest] = values.join(';').split(';');
  const [value = '', number = '', own = ''] = rest.map((one) => one.trim());
  const { incoming, parse } = context;
  if (value === '') return;
  const labelFrom = (known: readonly string[]): string =>
    labelOfFile(own === '' ? (known[Number(number) - 1] ?? '') : own);
  if (type.endsWith('/relation'))
    addOnce(incoming, 'relations', makeItem(value, labelFrom(relationLabels)));
  else if (type.endsWith('/nickname')) incoming.fields['nickname'] ??= value;
  else if (type.endsWith('/contact_event') && number === birthday)
    setDay(incoming, 'birthday', value, 'ymd');
  else if (type.endsWith('/contact_event'))
    addValue(incoming, 'dates', makeItem(value, labelFrom(eventLabels)), parse, 'ymd');
  else
    addOnce(
      incoming,
      'custom',
      makeItem(rest.join(';').replace(/;+$/, ''), type.replace(/^.*\//, '')),
    );
};
