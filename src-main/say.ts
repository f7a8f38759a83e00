// The catalogue for shells and command line, which run as they are written: its phrases
// are read when they are first said.

import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

import english from '../src-shared/words/locales/en.json' with { type: 'json' };
import { say as sayLoaded } from '../src-shared/words/say.ts';

i18n.setMessagesCompiler(compileMessage);
i18n.loadAndActivate({ locale: 'en', messages: english });

export const say = sayLoaded;
