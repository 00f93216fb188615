/** Whether `THOROUGH=1` asks for every case of what an ordinary check takes a spread of, to keep it short. */
export const isThorough = process.env['THOROUGH'] === '1';
