// SPDX-License-Identifier: EUPL-1.2
/** Starts the kiosk: the page where a citizen takes a number. */
import { mount } from 'svelte';
import '../lib/theme.css';
import { lockPublicScreen } from '../lib/public-screen.ts';
import './kiosk.css';
import Kiosk from './Kiosk.svelte';
import { languages } from './languages.ts';
import './letters.css';
import { ignoreLongPresses } from './press.ts';

lockPublicScreen();
ignoreLongPresses();
mount(Kiosk, { target: document.body });

// Before the first touch, so that no language is ever seen without its letters, but not before the page itself is.
addEventListener('load', () => {
  for (const weight of [400, 600, 700]) {
    for (const { name } of languages)
      void document.fonts.load(`${weight} 1em ${getComputedStyle(document.body).fontFamily}`, name);
  }
});
