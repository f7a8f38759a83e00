// A kind that nobody has thought of, with a field of every type and sets of most: what
// holds for it holds for kinds that are still to come.

import { defineKind } from '../../../src-shared/domain/kind.ts';
import { choice, choices, yesNo } from '../../../src-shared/fields/choice.ts';
import { day, time } from '../../../src-shared/fields/day.ts';
import { data, link, links } from '../../../src-shared/fields/link.ts';
import { count, money, number, rating } from '../../../src-shared/fields/number.ts';
import { addresses, days, linkSet, log, phones, tags } from '../../../src-shared/fields/set.ts';
import { file, handle, longText, personName, text } from '../../../src-shared/fields/text.ts';

export const visit = defineKind('visit', {
  collection: 'work',
  privacy: 'as-linked',
  onErase: 'unlink',
  at: 'begins',
  fields: {
    title: text({ search: 'name' }),
    plan: longText({ search: 'body' }),
    host: personName({ search: 'contact' }),
    page: handle(),
    poster: file(),
    due: day(),
    begins: time(),
    stage: choice(['planned', 'done']),
    needs: choices(['food', 'room', 'music']),
    paid: yesNo(),
    cost: money({ currency: 'EUR' }),
    length: number(),
    seats: count(),
    joy: rating(),
    place: link({ to: ['groups'], along: true }),
    partners: links({ to: ['groups'] }),
    extras: data(),
  },
  sets: {
    guests: linkSet({ to: ['people'] }),
    topics: tags(),
    stages: log(),
    lines: phones(),
    halls: addresses(),
    dates: days(),
  },
});
