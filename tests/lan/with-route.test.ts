import { threeLaptops } from '../support/three-laptops.ts';

threeLaptops(true);
