import { linked } from './page.js';
import { fillPeople } from './people.js';

/** What the script of a page does besides that says once what people do. */
fillPeople(linked);
