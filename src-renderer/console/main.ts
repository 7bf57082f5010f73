// SPDX-License-Identifier: EUPL-1.2
/** Puts the console on the page. */
import { mount } from 'svelte';
import '../lib/theme.css';
import './console.css';
import './language-names.css';
import App from './App.svelte';

mount(App, { target: document.body });
