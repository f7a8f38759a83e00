// English in disguise, for tests; fetched only when it is asked for.

import type { CompiledMessage } from '@lingui/message-utils/compileMessage';

import english from '../../src-shared/words/locales/en.json';
import { pseudoCatalogue } from '../../src-shared/words/pseudo.ts';

// What the build makes of the catalogue.
const compiled = english as unknown as { readonly [id: string]: CompiledMessage };

export const pseudoEnglish = pseudoCatalogue(compiled);
