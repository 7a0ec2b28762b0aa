import { expect, test } from "vitest"
import type { SigningKey } from "../../build/remote/network.ts"
import { authorizationOf, signedHeaders } from "./sigv4.ts"

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html (examples) */
const s3: SigningKey = {
  id: "AKIAIOSFODNN7EXAMPLE",
  secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
}

test.each([
  ["/?lifecycle=", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"],
  ["/?max-keys=2&prefix=J", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"],
])("a request of S3's documentation: GET %s", (path, signature) => {
  const url = new URL(`https://examplebucket.s3.amazonaws.com${path}`)
  const headers = signedHeaders(s3, url, new Date("2013-05-24T00:00:00Z"))
  expect(headers).toEqual({
    "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "x-amz-date": "20130524T000000Z",
    authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature}`,
  })
})

/** AWS's test suite for Signature Version 4 (`aws-sig-v4-test-suite`). */
const suite: SigningKey = {
  id: "AKIDEXAMPLE",
  secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
}

test.each([
  ["get-vanilla", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"],
  [
    "get-vanilla-query-order-key-case",
    "/?Param2=value2&Param1=value1",
    "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
  ],
])("%s of AWS's test suite", (_, path, signature) => {
  const url = new URL(`https://example.amazonaws.com${path}`)
  const at = new Date("2015-08-30T12:36:00Z")
  expect(authorizationOf(suite, { url, at, service: "service" })).toBe(
    `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
  )
})
