// SPDX-License-Identifier: EUPL-1.2
/** Starts the display: the screen on the waiting-room wall. */
import { mount } from 'svelte';
import '../lib/theme.css';
import { lockPublicScreen } from '../lib/public-screen.ts';
import './display.css';
import Display from './Display.svelte';

lockPublicScreen();
mount(Display, { target: document.body });
