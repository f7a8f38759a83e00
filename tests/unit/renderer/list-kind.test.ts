// What holds for all of a list is asked and saved with its view, and shown as no filter.

import { expect, it } from 'vitest';

import {
  bucketList,
  everythingIn,
  organisationList,
  ownPart,
  peopleList,
  wholeView,
} from '../../../src-renderer/lists/list-kind.ts';

const city = { field: 'addresses.city', op: 'is', arg: 'Köln' };

it('asks for its own kind beside the conditions, and takes it out again', () => {
  for (const conditions of [
    { all: [] },
    { all: [city] },
    { any: [city, city] },
    { none: [city] },
  ]) {
    const view = { ...everythingIn(organisationList), conditions };
    const whole = wholeView(organisationList, view);
    expect(JSON.stringify(whole.conditions)).toContain('"organisation"');
    expect(ownPart(organisationList, whole)).toEqual(view);
    expect(ownPart(bucketList, whole)).toBeUndefined();
    expect(ownPart(peopleList, whole)).toBeUndefined();
  }
});

it('leaves a view of people as it is', () => {
  const view = { ...everythingIn(peopleList), conditions: city };
  expect(wholeView(peopleList, view)).toEqual(view);
  expect(ownPart(peopleList, view)).toEqual(view);
});
