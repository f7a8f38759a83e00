import { threeLaptops } from '../support/network/three-laptops.ts';

threeLaptops(true);
