/** A step that cannot go on: its message is for the person at the terminal, its status for the shell. */
export class Failure extends Error {
  /**
   * @param {string} message empty when everything has been said already
   * @param {number} [status] exit status of the whole command
   */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}
