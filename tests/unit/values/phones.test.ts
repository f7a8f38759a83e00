// One stored form of a phone number, whoever brings it.
import { expect, it } from 'vitest';

import { internationalPhone, createPhoneParser } from '../../../src-shared/values/phone.ts';
import { phoneText, plainPhoneText } from '../../../src-shared/values/phone-text.ts';
import { allOf, importFile } from '../../support/transfer/imports.ts';

it('an extension stands behind the number, the text as written beside it', () => {
  expect(createPhoneParser('US')('(212) 555-0100 ext. 12')).toEqual({
    value: '+12125550100;ext=12',
    more: { raw: '(212) 555-0100 ext. 12' },
  });
});

it('a number is shown as it was written, else with its extension for people', () => {
  expect(
    phoneText({ value: '+12125550100;ext=12', more: { raw: 'tel:+12125550100;ext=12' } }),
  ).toBe('+12125550100 ext. 12');
  expect(phoneText({ value: '+12125550100;ext=12', more: { raw: '212 555 0100 x12' } })).toBe(
    '212 555 0100 x12',
  );
  expect(plainPhoneText({ value: '+12125550100;ext=12' })).toBe('+12125550100 ext. 12');
  expect(plainPhoneText({ value: '+12125550100', more: { ext: '12' } })).toBe(
    '+12125550100 ext. 12',
  );
});

it('a number with an extension that an earlier version stored in parts is recognised', async () => {
  const own =
    'id,scope,given,family,phone 1,phone 1 raw,phone 1 ext,fullName\n' +
    ',team,Ann,Lee,+12125550100,212-555-0100 x12,12,Ann Lee\n';
  const { store } = await importFile(own);
  const again = await importFile('First Name,Last Name,Phone\nAnn,Lee,+1 212 555 0100 ext 12\n', {
    store,
    country: 'US',
  });
  expect(again.preview.counts).toMatchObject({ create: 0, update: 0, skip: 1 });
  expect(await allOf(store, 'people')).toHaveLength(1);
});

it('a number with an extension that is typed and then imported is one', async () => {
  const typed =
    'id,scope,given,family,phone 1,phone 1 raw,fullName\n' +
    ',team,Ann,Lee,+12125550100;ext=12,212-555-0100 x12,\n';
  const { store } = await importFile(typed);
  const again = await importFile('First Name,Last Name,Phone\nAnn,Lee,(212) 555-0100 x12\n', {
    store,
    country: 'US',
  });
  expect(again.preview.counts).toMatchObject({ create: 0, update: 0, skip: 1 });
});

it('a number is grouped as in its country', () => {
  expect(internationalPhone('+493012345678')).toBe('+49 30 12345678');
  expect(internationalPhone('+12125550100;ext=12')).toBe('+1 212 555 0100 ext. 12');
  expect(internationalPhone('ask Ben')).toBeUndefined();
});

it.each(['026185 4711', '030 555 1000', '(212) 155-0100'])(
  '%s cannot be dialled in North America and stays as it was written',
  (written) => {
    expect(createPhoneParser('US')(written)).toEqual({
      value: written,
      problem: 'phone-not-understood',
    });
  },
);
