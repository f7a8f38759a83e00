// An isolated switch: no router, no internet.

import { threeLaptops } from '../support/three-laptops.ts';

threeLaptops(false);
