import { checkingDocuments } from './journeys/checking';
import { readingMails } from './journeys/mails';
import { searchingTheRegister } from './journeys/register';
import { signingIn } from './journeys/signingIn';
import { openPlace } from './place';
import { checkScreens } from './screenChecks';

const place = openPlace();

describe('in a browser', () => {
  signingIn(place);
  searchingTheRegister(place);
  checkingDocuments(place);
  readingMails(place);
});

describe('on a desktop', () => checkScreens(place, 'desktop'));
describe('on a phone', () => checkScreens(place, 'phone'));
