/// <reference types="@warder/words/virtual" />
