/** Function words that stand in nearly every letter and say nothing about it. Left out of the index and of questions. */
export const stopWords = new Set(
  (
    'и в во на с со к ко у о об от до за из по не но а же ли бы что как это то для при мы вы я он она они его ее их ' +
    'the a an and or of to in on at is it be we you i for as by this that with are was'
  ).split(' '),
);
