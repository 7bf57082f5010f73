// SPDX-License-Identifier: EUPL-1.2
/** Starts the kiosk: the page where a citizen takes a number. */
import { mount } from 'svelte';
import '../lib/theme.css';
import { lockPublicScreen } from '../lib/public-screen.ts';
import './kiosk.css';
import Kiosk from './Kiosk.svelte';
import { ignoreLongPresses } from './press.ts';

lockPublicScreen();
ignoreLongPresses();
mount(Kiosk, { target: document.body });
