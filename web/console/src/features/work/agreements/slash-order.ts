/** Which number of "12/03" is the month, where those who write English live by one rule; elsewhere nobody can know. */
export function slashOrder(timeZone: string): 'month-first' | 'day-first' | undefined {
  if (american.test(timeZone)) {
    return 'month-first';
  }
  return dayFirst.test(timeZone) ? 'day-first' : undefined;
}

const american =
  /^(US\/|America\/(New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Indiana\/|Kentucky\/|North_Dakota\/|Menominee)|Pacific\/Honolulu)/;
const dayFirst =
  /^(Europe\/(London|Dublin|Belfast|Malta)|Australia\/|Pacific\/Auckland|Asia\/(Kolkata|Calcutta)|Africa\/(Johannesburg|Lagos|Nairobi))/;
