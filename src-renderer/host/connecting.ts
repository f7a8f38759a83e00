// The host is called before the rest of the page is even read.

import './no-eval.ts';

import { connectHost } from './connect.ts';

export const connecting = connectHost();
