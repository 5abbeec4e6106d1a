package uk.gov.datashare.publication;

import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Whatever cannot be answered is answered by a problem detail in JSON (RFC 9457), never by a page of the server's. */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {}
