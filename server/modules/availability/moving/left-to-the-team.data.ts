/** The key of the moment in which an absence leaves a ticket to its team: routing may choose somebody at once. */
export const leftToTheTeam = 'availability.left-to-the-team';
