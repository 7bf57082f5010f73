// SPDX-License-Identifier: EUPL-1.2
/** Takes the place of the package get-pixels, which escpos loads to read picture files: a slip is never a file. */
module.exports = function getPixels() {
  throw new Error('Picture files are not read here: a slip is handed over as pixels.');
};
