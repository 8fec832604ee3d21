import { en } from "./en/index.ts";
import { ru } from "./ru/index.ts";
import { learn } from "./words.ts";

// for the server and for tests; in a browser half of this would be dead weight
learn("ru", ru);
learn("en", en);
