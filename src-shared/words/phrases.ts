// Every phrase that is asked for by its own id: what codes, kinds and fields are called,
// and what shells and the command line say. English, in ICU message format. Phrases of
// the window's pages stand where they are shown and need no entry here.

import { actions } from './english/actions.ts';
import { care } from './english/care.ts';
import { cliErrors } from './english/cli-errors.ts';
import { cli } from './english/cli.ts';
import { errors } from './english/errors.ts';
import { exchange } from './english/exchange.ts';
import { feedNetworks, feedTroubles } from './english/feeds.ts';
import { kinds } from './english/kinds.ts';
import { labels } from './english/labels.ts';
import { menu } from './english/menu.ts';
import { query } from './english/query.ts';
import { rows } from './english/rows.ts';
import { shell } from './english/shell.ts';
import { conditions, networks } from './english/states.ts';
import { findingTitles, findings, teamLog } from './english/team.ts';
import { bulkWords } from './english/bulk.ts';
import { valueProblems } from './english/value-problems.ts';

export const phrases = {
  ...actions,
  ...care,
  ...cliErrors,
  ...cli,
  ...errors,
  ...exchange,
  ...feedNetworks,
  ...feedTroubles,
  ...kinds,
  ...labels,
  ...menu,
  ...query,
  ...rows,
  ...shell,
  ...conditions,
  ...networks,
  ...findingTitles,
  ...findings,
  ...teamLog,
  ...valueProblems,
  ...bulkWords,
} as const;

export type PhraseId = keyof typeof phrases;
