// Checks fields in the browser as the server would, and says so in the same place. The server's answer counts.
"use strict";
(() => {
  const service = new aspnetValidation.ValidationService();
  service.ValidationInputCssClassName = "input-validation-error";
  service.bootstrap({ watch: true });
  for (const form of document.querySelectorAll("form[method=get]")) form.noValidate = true;
})();
