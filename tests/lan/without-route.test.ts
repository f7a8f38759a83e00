// An isolated switch: no router, no internet.

import { threeLaptops } from '../support/network/three-laptops.ts';

threeLaptops(false);
