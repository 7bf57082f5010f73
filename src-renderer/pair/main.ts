// SPDX-License-Identifier: EUPL-1.2
/** Starts the page on which a device is paired. */
import { mount } from 'svelte';
import '../lib/theme.css';
import '../lib/setting-up.css';
import { lockPublicScreen } from '../lib/public-screen.ts';
import Pair from './Pair.svelte';

lockPublicScreen();
mount(Pair, { target: document.body });
