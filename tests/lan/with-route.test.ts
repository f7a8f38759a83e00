import { threeLaptops } from '../support/three-laptops.ts';

threeLaptops('rpa', true);
