// SPDX-License-Identifier: EUPL-1.2
/** Puts the code for the first coordinator on the kiosk. */
import { mount } from 'svelte';
import '../lib/theme.css';
import '../lib/setting-up.css';
import { lockPublicScreen } from '../lib/public-screen.ts';
import FirstCoordinator from './FirstCoordinator.svelte';

lockPublicScreen();
mount(FirstCoordinator, { target: document.body });
