using System.Xml;
using PerfectviewFunctions.EBoekhouden.Soap.Answers;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>One call of the API: what is sent and how its result is read.</summary>
/// <param name="Operation">The name in the service's WSDL.</param>
/// <param name="ChangesBooks">Whether a call without an answer may have changed something that can't be taken back.</param>
/// <param name="WriteBody">Writes the children of the operation's element, all of them, in the order of the WSDL.</param>
/// <param name="NewResult">Makes a reader for the operation's result.</param>
internal sealed record SoapCall<T>(string Operation, bool ChangesBooks, Action<XmlWriter> WriteBody, Func<ResultReader<T>> NewResult);
