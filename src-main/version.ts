// SPDX-License-Identifier: EUPL-1.2
/** Which version of the program this is. */
import { version } from '../package.json' with { type: 'json' };

export const VERSION: string = version;
