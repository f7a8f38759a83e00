// How the entries of a calendar file are called, in the language that is loaded here.

import { say } from '../../../words/say.ts';
import type { CalendarWords } from './asked.ts';

export const calendarWords = (): CalendarWords => ({
  birthday: say('calendarOut.birthday'),
  date: say('calendarOut.date'),
  anniversary: say('calendarOut.anniversary'),
  promise: say('calendarOut.promise'),
  theirs: say('calendarOut.theirs'),
  reminder: say('calendarOut.reminder'),
  leftAlone: say('calendarOut.leftAlone'),
});
